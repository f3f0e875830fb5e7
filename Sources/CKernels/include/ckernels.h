#pragma once
/// The version of oneDNN at run time, as major * 10000 + minor * 100 + patch.
int ckernels_onednn_version(void);
