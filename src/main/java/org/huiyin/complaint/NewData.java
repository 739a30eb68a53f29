package org.huiyin.complaint;

/** What a unit gives: words, a document with its revision, a file beside it (004/5.4). */
public record NewData(String words, String document, String revision) {

    public NewData {
        words = words.strip();
        document = document.strip();
        revision = revision.strip();
    }

    boolean empty() {
        return words.isEmpty() && document.isEmpty();
    }
}
