import { Matrix } from './matrix.ts';

type Size = Pick<Matrix, 'height' | 'width'>;

/** The largest of each square of cells, `side` cells wide and high; squares over the edge are cut there. */
export function toCoarse(x: Matrix, side: number): Matrix {
  return new Matrix(Math.ceil(x.height / side), Math.ceil(x.width / side), (y, column) => {
    const [top, left] = [y * side, column * side];
    return x.largestWithin(top, top + side - 1, left, left + side - 1);
  });
}

/** To each cell of a matrix of this size what its square has. */
export function fromCoarse(squares: Matrix, side: number, { height, width }: Size): Matrix {
  return new Matrix(height, width, (y, x) =>
    squares.at(Math.floor(y / side), Math.floor(x / side)),
  );
}
