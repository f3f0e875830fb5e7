public import GraphModel
