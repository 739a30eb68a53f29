package org.huiyin.complaint;

/** Who complains: a person at the customer, or an end user who is no customer of ours (004/2); what is unknown is empty. */
public record Complainant(String name, String organisation, String phone, String mail) {

    public static final Complainant UNKNOWN = new Complainant("", "", "", "");

    public Complainant {
        name = name.strip();
        organisation = organisation.strip();
        phone = phone.strip();
        mail = mail.strip();
    }

    public boolean unknown() {
        return name.isEmpty() && organisation.isEmpty() && phone.isEmpty() && mail.isEmpty();
    }

    /** How lists call him. */
    public String shown() {
        return !organisation.isEmpty() ? organisation : !name.isEmpty() ? name : !phone.isEmpty() ? phone : mail;
    }
}
