/** How a dragged telephone names itself, so that nothing else that is dragged is taken for one. */
export const DRAGGED_NUMBER = 'application/x-telephone-number';
