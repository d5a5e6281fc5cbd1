/** The least application on the engine, which a start of Slipway is held against. Starts alone, see StartUpBenchmark. */
@NullMarked
package minimal;

import org.jspecify.annotations.NullMarked;
