export { readCitySource } from './city-source.ts';
export type { DemoCity } from './demo-city.ts';
export type { Frame } from './frame.ts';
export { frameOfCity, generateDemoCity } from './generate.ts';
export { areaM2 } from './partition.ts';
export { earlierTables } from './rules/earlier-tables.ts';
export { ruleTables } from './rules/rule-tables.ts';
export { ZONE_CODES } from './rules/zone-codes.ts';
export { BinaryWriter } from './write-binary.ts';
