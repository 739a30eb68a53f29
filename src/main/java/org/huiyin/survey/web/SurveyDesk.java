package org.huiyin.survey.web;

import org.huiyin.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** "Questionnaires and scoring" in the menu. */
@Configuration(proxyBeanMethods = false)
class SurveyDesk {

    @Bean
    MenuEntry questionnaireEntry() {
        return MenuEntry.of(MenuEntry.Group.ASK, 30, "forms", "survey.menu", "questionnaires").forRight("profile.read");
    }
}
