// ONNX Runtime reads this when it is loaded, so it is set before the import below runs: from version
// 1.29 on it would otherwise report usage to its maker.
process.env['ORT_DISABLE_TELEMETRY'] = '1';

export const ort = await import('onnxruntime-node');
