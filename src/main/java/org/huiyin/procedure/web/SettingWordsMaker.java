package org.huiyin.procedure.web;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.huiyin.kernel.Label;
import org.huiyin.organization.People;
import org.huiyin.organization.RoleView;
import org.huiyin.procedure.ItemNames;
import org.huiyin.procedure.ProfileContent;
import org.huiyin.web.Page;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes the words of a profile with the company's own names of roles and items. */
@Component
class SettingWordsMaker {

    private final People people;
    private final ObjectProvider<ItemNames> items;

    SettingWordsMaker(People people, ObjectProvider<ItemNames> items) {
        this.people = people;
        this.items = items;
    }

    SettingWords of(Page page, ProfileContent content) {
        Map<String, Label> names = new HashMap<>();
        items.forEach(source -> names.putAll(source.items()));
        return new SettingWords(page, roles(), names, content);
    }

    Map<String, String> roles() {
        return people.roles().stream().collect(Collectors.toMap(RoleView::code, RoleView::name, (a, b) -> a, java.util.LinkedHashMap::new));
    }
}
