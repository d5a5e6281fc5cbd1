package org.slipway.cmdb;

import org.jspecify.annotations.Nullable;

/** What a file says of one configuration item, in whichever format. */
interface ItemRow {

    int line();

    /** As the file has it; checked by who asks. */
    @Nullable
    String key();

    /** The state that it gives to an item which was {@code before}; what cannot be read goes to the problems of the import. */
    ItemState over(ItemState before, String key);
}
