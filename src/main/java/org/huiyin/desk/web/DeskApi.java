package org.huiyin.desk.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.huiyin.desk.Desk;
import org.huiyin.desk.Scope;
import org.huiyin.desk.Task;
import org.huiyin.kernel.Actor;
import org.huiyin.organization.WorkItem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The door of programs for what waits for a person. */
@RestController
@Tag(name = "Desk")
class DeskApi {

    private final Desk desk;

    DeskApi(Desk desk) {
        this.desk = desk;
    }

    @GetMapping("/api/v1/work")
    @Operation(summary = "What waits, by due date: mine, the department's, handed out or the company's")
    public List<WorkItem> work(Actor actor, @RequestParam(defaultValue = "MINE") Scope scope) {
        return desk.tasks(actor, scope).stream().map(Task::item).toList();
    }
}
