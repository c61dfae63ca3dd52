import type * as tfjs from '@tensorflow/tfjs';

/** The variables of a network that training changes, in the order of its layers. */
export function trainableVariables(
  tf: typeof tfjs,
  network: tfjs.LayersModel,
): readonly tfjs.Variable[] {
  return network.trainableWeights.map((weight) => {
    const variable = weight.read();
    if (variable instanceof tf.Variable) return variable;
    throw new TypeError(`Weight "${weight.name}" is no variable.`);
  });
}

export function valuesOf(variables: readonly tfjs.Tensor[]): readonly Float32Array[] {
  return variables.map((variable) => variable.dataSync<'float32'>().slice());
}

export function assign(
  tf: typeof tfjs,
  variables: readonly tfjs.Variable[],
  values: readonly Float32Array[],
): void {
  for (const [index, variable] of variables.entries()) {
    const tensor = tf.tensor(values[index] ?? [], variable.shape, 'float32');
    variable.assign(tensor);
    tensor.dispose();
  }
}
