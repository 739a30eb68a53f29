package org.huiyin.campaign;

import java.util.List;
import org.huiyin.paper.PaperTemplate;
import org.huiyin.web.Words;
import org.jspecify.annotations.Nullable;

/** What one contact's form carries; the template campaign/letter draws it. */
public record LetterSheet(
        PaperTemplate paper, Words words, @Nullable String qr, String say, String customer, String contact, List<Item> items, List<String> degrees,
        String company) {

    /** A line of the form. */
    public record Item(String label, String hint) {}
}
