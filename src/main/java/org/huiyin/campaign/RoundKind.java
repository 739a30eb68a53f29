package org.huiyin.campaign;

/** The two kinds of survey: in the windows of the procedure, or rolling among important customers (001/5.4.2). */
public enum RoundKind { CENTRAL, ROLLING }
