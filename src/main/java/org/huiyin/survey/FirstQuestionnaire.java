package org.huiyin.survey;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.huiyin.organization.CompanyFounded;
import org.huiyin.procedure.Procedures;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Releases the questionnaire that the preset names when a company is founded. */
@Component
class FirstQuestionnaire {

    private final Procedures procedures;
    private final Questionnaires questionnaires;

    FirstQuestionnaire(Procedures procedures, Questionnaires questionnaires) {
        this.procedures = procedures;
        this.questionnaires = questionnaires;
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE + 100)
    void release(CompanyFounded founded) {
        String code = procedures.inForce().section("survey").path("questionnaire").asString("");
        questionnaires.put(founded.founder(), code, 1, preset(code), "");
    }

    static QuestionnaireContent preset(String code) {
        try (var file = new ClassPathResource("survey/" + code + ".json").getInputStream()) {
            return QuestionnaireStore.JSON.readValue(file.readAllBytes(), QuestionnaireContent.class);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
