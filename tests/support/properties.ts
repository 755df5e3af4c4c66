import fc from 'fast-check';

/**
 * Property tests, with the same inputs in every run: what is red is red again, and a change is never blamed for luck.
 * `PROPERTY_SEED=random` looks further; the failure then prints the seed that repeats it.
 */
const SEED = 20_261_129;
if (process.env.PROPERTY_SEED !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: SEED });

export { fc };
