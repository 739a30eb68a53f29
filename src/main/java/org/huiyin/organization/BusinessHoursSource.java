package org.huiyin.organization;

/** Says the business hours of the bound company; they stand in its procedure, above this module (decisions.md D3). */
public interface BusinessHoursSource {

    BusinessHours hours();
}
