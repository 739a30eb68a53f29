package org.huiyin.procedure;

import org.huiyin.organization.BusinessHours;
import org.huiyin.organization.BusinessHoursSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Business hours and breaks are data of the profile (decisions.md D3); a version from before they were takes those of the blank preset. */
@Component
class ProfileHours implements BusinessHoursSource {

    private final Procedures procedures;
    private final Presets presets;

    ProfileHours(Procedures procedures, Presets presets) {
        this.procedures = procedures;
        this.presets = presets;
    }

    @Override
    public BusinessHours hours() {
        var own = procedures.inForce().content().at("clock.hours");
        return read(own.isArray() ? own : presets.content("BLANK").at("clock.hours"));
    }

    private static BusinessHours read(JsonNode spans) {
        return new BusinessHours(java.util.List.of(ProfileContent.JSON.treeToValue(spans, BusinessHours.Span[].class)));
    }
}
