package org.slipway.architecture.violations.tests;

import java.util.function.Supplier;
import org.mockito.Mockito;

class MocksSomethingElse {

    Supplier<?> something() {
        return Mockito.mock(Supplier.class);
    }
}
