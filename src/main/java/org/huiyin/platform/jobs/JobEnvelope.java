package org.huiyin.platform.jobs;

import java.util.UUID;

record JobEnvelope(UUID company, String handler, String payload) {}
