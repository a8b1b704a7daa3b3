package org.monthend.sample;

/** The organisation of the sample. */
final class Trust {

    static final String CODE = "TRUST";
    static final String NAME = "Children's Services Trust";

    private Trust() {}
}
