package org.slipway.architecture.violations.tests;

import java.util.function.Supplier;
import org.mockito.Mockito;
import org.slipway.architecture.violations.Violates;

@Violates("MOCKS_NAME_WHAT_THEY_MOCK")
class MocksWithoutSayingWhat {

    Supplier<String> something() {
        return Mockito.mock();
    }
}
