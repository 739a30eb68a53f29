package org.huiyin.improvement.eightd;

/** The kinds of files that a customer's form can be. */
public enum TemplateKind {
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String mediaType;

    TemplateKind(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    public String extension() {
        return "." + name().toLowerCase(java.util.Locale.ROOT);
    }
}
