import type { io, LayersModel } from '@tensorflow/tfjs';

/** What `model.save()` would write: topology and weights, in memory. */
export async function artifactsOf(
  tf: Pick<typeof import('@tensorflow/tfjs'), 'io'>,
  model: LayersModel,
): Promise<io.ModelArtifacts> {
  let saved: io.ModelArtifacts | undefined;
  const handler = tf.io.withSaveHandler((artifacts) => {
    saved = artifacts;
    const modelArtifactsInfo = tf.io.getModelArtifactsInfoForJSON(artifacts);
    return Promise.resolve({ modelArtifactsInfo });
  });
  await model.save(handler);
  if (!saved) throw new Error('tfjs handed out no model to write.');
  return saved;
}
