/** Road function classes of the demo city with the width of the road reserve (rumija) in metres. All fictional. */
export const ROAD_WIDTH_M = { arteri: 26, kolektor: 17, lokal: 10, lingkungan: 7 } as const;
export type RoadClass = keyof typeof ROAD_WIDTH_M;
