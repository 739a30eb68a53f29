package org.huiyin.web;

/** The bell in the top bar; module notification rings it. */
public interface Bell {

    int unread(SignedIn.Person person);

    /** The path of the notices under /c/COMPANY/. */
    String path();
}
