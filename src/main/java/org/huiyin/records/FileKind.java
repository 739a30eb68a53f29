package org.huiyin.records;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of files that are taken in; anything else is refused. */
enum FileKind {
    PDF("application/pdf", "pdf"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    WEBP("image/webp", "webp"),
    HEIC("image/heic", "heic", "heif"),
    TIFF("image/tiff", "tif", "tiff"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    MP4("video/mp4", "mp4", "m4v"),
    MOV("video/quicktime", "mov"),
    EML("message/rfc822", "eml"),
    CSV("text/csv", "csv"),
    TEXT("text/plain", "txt", "log", "md"),
    ZIP("application/zip", "zip");

    private final String mediaType;
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> extensions;

    FileKind(String mediaType, String... extensions) {
        this.mediaType = mediaType;
        this.extensions = List.of(extensions);
    }

    String mediaType() {
        return mediaType;
    }

    List<String> extensions() {
        return extensions;
    }

    /** Whether browsers draw it by themselves. */
    boolean shown() {
        return switch (this) {
            case PNG, JPEG, WEBP -> true;
            case PDF, HEIC, TIFF, XLSX, DOCX, MP4, MOV, EML, CSV, TEXT, ZIP -> false;
        };
    }

    static Optional<FileKind> ofMediaType(String mediaType) {
        return Arrays.stream(values()).filter(kind -> kind.mediaType.equals(mediaType)).findFirst();
    }
}
