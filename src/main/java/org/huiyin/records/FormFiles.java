package org.huiyin.records;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Files that come with a form; fields that were left empty count as none. */
@Component
public class FormFiles {

    private final Attachments attachments;

    FormFiles(Attachments attachments) {
        this.attachments = attachments;
    }

    /** Keeps all of them; one that is refused refuses the form. */
    public void keep(Actor actor, SubjectRef subject, @Nullable List<MultipartFile> files) {
        chosen(files).forEach(file -> store(actor, subject, file));
    }

    /** The same for a form that has made its record already: a refused file does not undo it, the next page says what became of it. */
    public void keepOrTell(Actor actor, Page page, SubjectRef subject, @Nullable List<MultipartFile> files, RedirectAttributes redirect) {
        var refused = new ArrayList<String>();
        for (var file : chosen(files)) {
            try {
                store(actor, subject, file);
            } catch (BrokenRule broken) {
                refused.add(page.say(broken.sentence()));
            }
        }
        if (!refused.isEmpty()) {
            redirect.addFlashAttribute("refused", refused);
        }
    }

    private static List<MultipartFile> chosen(@Nullable List<MultipartFile> files) {
        return files == null ? List.of() : files.stream().filter(file -> !file.isEmpty()).toList();
    }

    private void store(Actor actor, SubjectRef subject, MultipartFile file) {
        try (var content = file.getInputStream()) {
            attachments.store(actor, subject, String.valueOf(file.getOriginalFilename()), content);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
