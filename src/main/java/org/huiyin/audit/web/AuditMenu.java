package org.huiyin.audit.web;

import org.huiyin.audit.AuditTrail;
import org.huiyin.web.MenuEntry;
import org.huiyin.web.SignedIn;
import org.springframework.stereotype.Component;

@Component
class AuditMenu implements MenuEntry {

    @Override
    public Group group() {
        return Group.EVIDENCE;
    }

    @Override
    public int order() {
        return 80;
    }

    @Override
    public String icon() {
        return "history";
    }

    @Override
    public String label() {
        return "audit.trail";
    }

    @Override
    public String path() {
        return "audit";
    }

    @Override
    public boolean seenBy(SignedIn.Person person) {
        return person.may(AuditTrail.READ);
    }
}
