package org.huiyin.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Unpacks a zip into nothing and counts, so that a bomb is refused by what it does and not by what it declares. */
final class ZipGuard {

    /** Small files may compress well without being a bomb. */
    private static final long HARMLESS = 8L << 20;

    private ZipGuard() {}

    static void check(Path file, String name, SheetLimits limits) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > limits.entries()) {
                throw bomb(name);
            }
            refuseOtherKinds(zip, name);
            count(zip, file, name, limits);
        } catch (ZipException broken) {
            String reason = String.valueOf(broken.getMessage());
            throw new UnreadableSheet(Say.it(reason.contains("encrypted") ? "file.encrypted" : "file.broken", name), broken);
        }
    }

    private static void refuseOtherKinds(ZipFile zip, String name) {
        if (zip.getEntry("EncryptedPackage") != null) {
            throw new UnreadableSheet(Say.it("file.encrypted", name));
        }
        if (zip.getEntry("xl/workbook.bin") != null || zip.getEntry("content.xml") != null) {
            throw new UnreadableSheet(Say.it("file.otherSheet", name));
        }
        if (zip.getEntry("[Content_Types].xml") == null || zip.getEntry("word/document.xml") != null
                || zip.getEntry("ppt/presentation.xml") != null) {
            throw new UnreadableSheet(Say.it("file.otherZip", name));
        }
    }

    private static void count(ZipFile zip, Path file, String name, SheetLimits limits) throws IOException {
        long packed = Math.max(1, file.toFile().length());
        long most = Math.min(limits.unpackedBytes(), Math.max(HARMLESS, packed * limits.ratio()));
        long total = 0;
        byte[] buffer = new byte[1 << 16];
        for (ZipEntry entry : entries(zip)) {
            try (InputStream in = zip.getInputStream(entry)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    total += read;
                    if (total > most) {
                        throw bomb(name);
                    }
                }
            }
        }
    }

    private static List<ZipEntry> entries(ZipFile zip) {
        Enumeration<? extends ZipEntry> entries = zip.entries();
        return List.copyOf(Collections.list(entries));
    }

    private static UnreadableSheet bomb(String name) {
        return new UnreadableSheet(Say.it("file.bomb", name));
    }
}
