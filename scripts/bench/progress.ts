/** Says how far a measurement has come, beside its result: that one goes to the other stream. */
export const say = (what: string): void => {
  console.error(`${new Date().toISOString().slice(11, 19)} ${what}`);
};
