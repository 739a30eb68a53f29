package org.huiyin.sheets;

/** How much of a foreign file is read before it is refused. */
public record SheetLimits(long fileBytes, long unpackedBytes, int ratio, int entries, int rows, int columns) {

    private static final long MEGA = 1L << 20;

    /** For uploads by staff: 100 000 rows of 20 columns pass with room to spare. */
    public static SheetLimits usual() {
        return new SheetLimits(60 * MEGA, 600 * MEGA, 150, 2_000, 200_000, 500);
    }

    public SheetLimits withRows(int most) {
        return new SheetLimits(fileBytes, unpackedBytes, ratio, entries, most, columns);
    }
}
