package org.huiyin.campaign;

import java.util.UUID;

/** A contact to be asked, and by which way. */
public record Choice(UUID contact, Channel channel) {}
