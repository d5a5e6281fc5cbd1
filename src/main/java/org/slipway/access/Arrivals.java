package org.slipway.access;

/** Lets people in whom an identity provider vouches for. Implemented, as are {@link People}, over the engine's identity service. */
public interface Arrivals {

    /**
     * Makes the person known under his present name and mail address, and a member of exactly his groups. Refuses with
     * {@code person-not-welcome} a name that nobody can have here, that belongs to somebody else at the provider, or whose
     * password is kept here.
     */
    void welcome(Arrival arrival);
}
