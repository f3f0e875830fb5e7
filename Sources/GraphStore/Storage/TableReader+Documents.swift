import GraphModel

/// What a store keeps of each document; the same within snapshots and write transactions.
extension TableReader {
  func document(_ id: DocumentID) throws(StoreError) -> SourceDocument? {
    guard let value = try value(.documents, Array(id.value.utf8)) else { return nil }
    return try decode(.documents, value) { reader throws(EncodingFault) in
      try reader.sourceDocument()
    }
  }

  /// All documents, by name.
  func documents() throws(StoreError) -> [SourceDocument] {
    var result: [SourceDocument] = []
    let cursor = try cursor(.documents)
    var entry = try cursor.first()
    while let found = entry {
      result.append(
        try decode(.documents, found.value) { reader throws(EncodingFault) in
          try reader.sourceDocument()
        })
      entry = try cursor.next()
    }
    return result.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// The bytes of a document's text, as a view into the map.
  func textView(_ id: DocumentID) throws(StoreError) -> UnsafeRawBufferPointer? {
    try value(.texts, Array(id.value.utf8))
  }

  func text(_ id: DocumentID) throws(StoreError) -> [UInt8]? { try textView(id).map(Array.init) }

  func record(_ id: DocumentID) throws(StoreError) -> [UInt8]? {
    try value(.records, Array(id.value.utf8)).map(Array.init)
  }

  func sentences(_ id: DocumentID) throws(StoreError) -> [Range<Int>]? {
    let key = Array(id.value.utf8)
    guard let value = try value(.sentences, key), let text = try self.value(.texts, key) else {
      return nil
    }
    return try decode(.sentences, value) { reader throws(EncodingFault) in
      try reader.ranges(within: text.count)
    }
  }

  func metadata(_ key: String) throws(StoreError) -> [UInt8]? {
    try value(.meta, Self.metadataKey(key)).map(Array.init)
  }

  /// The key of a caller's metadata; the store's own start with a full stop.
  static func metadataKey(_ key: String) -> [UInt8] { [0x2b] + Array(key.utf8) }
}
