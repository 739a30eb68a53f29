package org.huiyin.complaint.figures;

/** By what the rate per shipment is shown. */
public enum PpmAxis {
    MONTH, CUSTOMER, PART
}
