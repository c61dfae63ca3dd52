import { choiceOf, pairOf } from '../settings.ts';
import { channelsFirst, mapped, onlyInput } from '../signal.ts';
import { zeroPaddingOf } from '../zero-padding.ts';
import type { LayerWriter } from './writer.ts';

export const writeZeroPadding2D: LayerWriter = (graph, layer, inputs, shape) => {
  const x = onlyInput(inputs);
  const { top, left, bottom, right } = zeroPaddingOf(layer);
  const edges = (start: number, end: number) =>
    x.layout === 'channelsLast' ? [0, start, end, 0] : [0, 0, start, end];
  const pads = graph.int64s([...edges(top, left), ...edges(bottom, right)]);
  return { ...mapped(x, graph.node('Pad', [x.value, pads])), shape };
};

/**
 * tfjs's pixels begin at a whole multiple of the old ones, ONNX's 'asymmetric'. The mode is written also where
 * it is ONNX's default: OpenCV 5 asks for it.
 */
export const writeUpSampling2D: LayerWriter = (graph, layer, inputs, shape) => {
  const interpolation = choiceOf(layer, 'interpolation', ['nearest', 'bilinear']);
  const x = channelsFirst(graph, onlyInput(inputs));
  const scales = graph.constant(Float32Array.of(1, 1, ...pairOf(layer, 'size', [2, 2])));
  const value = graph.node('Resize', [x.value, '', scales], {
    coordinate_transformation_mode: 'asymmetric',
    ...(interpolation === 'nearest'
      ? { mode: 'nearest', nearest_mode: 'floor' }
      : { mode: 'linear' }),
  });
  return { value, shape, layout: 'channelsFirst' };
};
