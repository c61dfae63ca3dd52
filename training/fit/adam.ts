import type * as tfjs from '@tensorflow/tfjs';

export interface ScheduledAdam extends tfjs.AdamOptimizer {
  setLearningRate(rate: number): void;
}

/** An Adam whose learning rate can change between steps: tfjs reads it at each step, but hides it. */
export function scheduledAdam(tf: typeof tfjs): ScheduledAdam {
  class Scheduled extends tf.AdamOptimizer implements ScheduledAdam {
    setLearningRate(rate: number): void {
      this.learningRate = rate;
    }
  }
  // Decay rates and epsilon of Kingma and Ba, "Adam", 2015.
  return new Scheduled(0, 0.9, 0.999, 1e-8);
}
