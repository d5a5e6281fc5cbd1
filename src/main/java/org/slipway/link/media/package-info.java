/** The definitive media library: what is installed, where it lies, and which content was homologated. */
@NullMarked
package org.slipway.link.media;

import org.jspecify.annotations.NullMarked;
