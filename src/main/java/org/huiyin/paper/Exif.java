package org.huiyin.paper;

/** Reads from a photo which side is up; browsers do it by themselves, paper does not. */
final class Exif {

    private static final int UPRIGHT = 1;
    private static final int START_OF_EXIF = 0xE1;
    private static final int START_OF_SCAN = 0xDA;
    private static final int ORIENTATION = 0x0112;
    private static final int ENTRY = 12;

    private Exif() {}

    /** 1 to 8 as EXIF numbers them; 1 where the file says nothing. */
    static int orientation(byte[] file) {
        int at = 2;
        while (at + 4 < file.length && (file[at] & 0xFF) == 0xFF) {
            int marker = file[at + 1] & 0xFF;
            int length = (file[at + 2] & 0xFF) << 8 | file[at + 3] & 0xFF;
            if (marker == START_OF_SCAN || length < 2) {
                return UPRIGHT;
            }
            if (marker == START_OF_EXIF && at + 10 < file.length && file[at + 4] == 'E' && file[at + 5] == 'x') {
                return inside(file, at + 10, Math.min(file.length, at + 2 + length));
            }
            at += 2 + length;
        }
        return UPRIGHT;
    }

    private static int inside(byte[] file, int base, int end) {
        boolean little = file[base] == 'I';
        int directory = base + whole(file, base + 4, 4, little, end);
        int entries = whole(file, directory, 2, little, end);
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY;
            if (whole(file, entry, 2, little, end) == ORIENTATION) {
                int value = whole(file, entry + 8, 2, little, end);
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    private static int whole(byte[] file, int at, int length, boolean little, int end) {
        if (at < 0 || at + length > end) {
            return 0;
        }
        int value = 0;
        for (int i = 0; i < length; i++) {
            int next = file[at + (little ? length - 1 - i : i)] & 0xFF;
            value = value << 8 | next;
        }
        return value;
    }
}
