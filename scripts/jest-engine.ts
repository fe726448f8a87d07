import { optimizeLate } from '../src/engine';

// Every suite loads the program afresh: what is optimized is thrown away with it.
optimizeLate();
