/** A square PNG of one grey (PNG specification, 5 and 11). */
export declare function png(size: number, grey: number): Buffer
