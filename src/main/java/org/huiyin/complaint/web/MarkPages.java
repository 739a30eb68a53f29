package org.huiyin.complaint.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.complaint.Complaints;
import org.huiyin.complaint.MarkView;
import org.huiyin.complaint.Marks;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.records.AttachmentView;
import org.huiyin.records.Attachments;
import org.huiyin.web.Errors;
import org.huiyin.web.Notice;
import org.huiyin.web.Page;
import org.huiyin.web.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Marks the defect on a picture: by drawing with the pointer, or by figures in a table where there is no script. */
@Controller
class MarkPages {

    private static final String ONE = "/c/{company}/complaints/{number:[A-Z][A-Z0-9]*-\\d{4}-\\d+}/pictures/{picture}";
    private static final int MOST = 40;

    private final Complaints complaints;
    private final Marks marks;
    private final Attachments attachments;

    MarkPages(Complaints complaints, Marks marks, Attachments attachments) {
        this.complaints = complaints;
        this.marks = marks;
        this.attachments = attachments;
    }

    @GetMapping(ONE)
    ModelAndView show(Actor actor, @PathVariable String number, @PathVariable UUID picture) {
        var mark = marks.of(picture);
        return new ModelAndView("complaint/picture", model(actor, number, picture, mark.map(MarkView::shapes).orElse(List.of()), mark.map(MarkView::version).orElse(0)));
    }

    private Map<String, Object> model(Actor actor, String number, UUID picture, List<MarkView.Shape> shapes, int version) {
        var k = complaints.byNumber(actor, number);
        AttachmentView file = attachments.of(k.id().subject()).stream().filter(f -> f.id().equals(picture) && f.picture()).findFirst().orElseThrow(NotFound::new);
        return new HashMap<>(Map.of("complaint", k, "file", file, "shapes", shapes, "version", version));
    }

    @PostMapping(ONE)
    Object draw(Actor actor, Page page, @PathVariable String number, @PathVariable UUID picture, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        var shapes = new ArrayList<MarkView.Shape>();
        int version = typed.getOrDefault("version", "0").matches("\\d{1,6}") ? Integer.parseInt(typed.getOrDefault("version", "0")) : 0;
        try {
            for (int i = 0; i < MOST && typed.containsKey("shapes[" + i + "].kind"); i++) {
                read(typed, "shapes[" + i + "].", shapes);
            }
            marks.draw(actor, complaints.byNumber(actor, number).id(), picture, shapes, version);
            Notice.done("complaint.marks.saved", shapes.size()).on(redirect);
            return "redirect:" + page.to("complaints", number, "pictures", picture);
        } catch (InvalidInput refused) {
            return Errors.of(refused).redraw("complaint/picture", model(actor, number, picture, shapes, version));
        }
    }

    /** A row without a form is one that was taken away. */
    private static void read(Map<String, String> typed, String at, List<MarkView.Shape> shapes) {
        var kind = Typed.maybe(MarkView.Kind.class, typed.get(at + "kind"));
        if (kind != null) {
            shapes.add(new MarkView.Shape(kind, whole(typed, at + "x"), whole(typed, at + "y"), whole(typed, at + "w"), whole(typed, at + "h"),
                    Typed.text(typed.get(at + "note"))));
        }
    }

    private static int whole(Map<String, String> typed, String field) {
        var text = Typed.text(typed.get(field));
        if (!text.matches("-?\\d{1,4}")) {
            throw new InvalidInput("shapes", "complaint.invalid.mark", 200);
        }
        return Integer.parseInt(text);
    }
}
