package org.huiyin.complaint.web;

import java.util.HashMap;
import java.util.Map;
import org.huiyin.complaint.Catalogue;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.web.Errors;
import org.huiyin.web.Notice;
import org.huiyin.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The catalogue of defects: codes with the company's own names. */
@Controller
class CataloguePages {

    private static final String LIST = "/c/{company}/complaints/defects";

    private final Catalogue catalogue;

    CataloguePages(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping(LIST)
    ModelAndView list(Actor actor) {
        actor.mustHave("complaint.read");
        return new ModelAndView("complaint/defects", model("", ""));
    }

    private Map<String, Object> model(String code, String name) {
        return new HashMap<>(Map.of("defects", catalogue.defects(), "code", code, "name", name));
    }

    @PostMapping(LIST)
    Object name(Actor actor, Page page, @RequestParam(defaultValue = "") String code, @RequestParam(defaultValue = "") String name, RedirectAttributes redirect) {
        try {
            catalogue.name(actor, code, name);
            Notice.done("complaint.defect.saved", code.strip()).on(redirect);
            return "redirect:" + page.to("complaints", "defects");
        } catch (InvalidInput refused) {
            return Errors.of(refused).redraw("complaint/defects", model(code, name));
        }
    }

    @PostMapping(LIST + "/use")
    String use(Actor actor, Page page, @RequestParam String code, @RequestParam(defaultValue = "false") boolean active) {
        catalogue.use(actor, code, active);
        return "redirect:" + page.to("complaints", "defects");
    }
}
