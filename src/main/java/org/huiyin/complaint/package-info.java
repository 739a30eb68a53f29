/** Complaints: taken in within a minute, their facts, triage, answers and acceptance (001/5.2; 004/4.1–5.3). */
@NullMarked
@ApplicationModule(
        displayName = "Complaint",
        allowedDependencies = {
            "kernel", "platform", "web", "sheets", "paper", "organization", "records", "procedure", "notification", "approval", "customer", "voice", "improvement", "improvement :: eightd"
        })
package org.huiyin.complaint;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
