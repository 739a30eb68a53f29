package org.huiyin.survey;

import java.util.HashMap;
import java.util.Map;
import org.huiyin.kernel.Label;
import org.huiyin.procedure.ItemNames;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives the pages of the procedure the words of the items. */
@Component
class QuestionnaireItemNames implements ItemNames {

    private final QuestionnaireStore store;

    QuestionnaireItemNames(QuestionnaireStore store) {
        this.store = store;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Label> items() {
        Map<String, Label> names = new HashMap<>();
        store.newest().forEach(version -> version.items().forEach(item -> names.putIfAbsent(item.id(), new Label(item.label()))));
        return names;
    }
}
