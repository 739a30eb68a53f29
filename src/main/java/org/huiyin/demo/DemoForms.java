package org.huiyin.demo;

import java.util.List;
import org.huiyin.customer.CustomerId;
import org.huiyin.improvement.eightd.EightDTemplates;
import org.huiyin.improvement.eightd.TemplateKind;
import org.huiyin.web.Language;
import org.springframework.stereotype.Component;

/** The report form of a customer who wants his 8Ds in his own. */
@Component
class DemoForms {

    private static final int DAYS_AGO = 70;

    private final EightDTemplates templates;

    DemoForms(EightDTemplates templates) {
        this.templates = templates;
    }

    void keep(DemoCast cast, DemoDays days, List<CustomerId> customers) {
        days.on(days.today().minusDays(DAYS_AGO), () -> templates.upload(cast.as("QUALITY_HEAD"), customers.getFirst(),
                cast.word("customer.1") + " " + cast.word("8d.template") + TemplateKind.DOCX.extension(),
                templates.sample(TemplateKind.DOCX, Language.of(cast.locale())).content()));
    }
}
