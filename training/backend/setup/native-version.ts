import { openNative } from '../native.ts';

const { tf, versions } = await openNative();
const [two] = tf.scalar(1).add(1).dataSync<'float32'>();
if (two !== 2) throw new Error(`TensorFlow says that 1 + 1 is ${two}.`);
process.stdout.write(`${versions['TensorFlow']}\n`);
