package magnus.prefetch.sequence;

import org.junit.jupiter.api.Nested;

/** Every single predictor keeps the contract. */
class PanelTest {

  @Nested
  class VariableOrder extends NextPredictorContract {
    @Override
    NextPredictor predictor(int k) {
      return new SinglePredictor(new MarkovExpert(4, k, 3_000, 64), "markov-2-of-late");
    }
  }

  @Nested
  class Neighbours extends NextPredictorContract {
    @Override
    NextPredictor predictor(int k) {
      return new SinglePredictor(new NeighbourExpert(k, 1_000, 10, 100, 100), "knn");
    }
  }

  @Nested
  class CompactTree extends NextPredictorContract {
    @Override
    NextPredictor predictor(int k) {
      return new SinglePredictor(new CompactTreeExpert(1_000, 100), "cpt");
    }
  }

  @Nested
  class Gaps extends NextPredictorContract {
    @Override
    NextPredictor predictor(int k) {
      return new SinglePredictor(new GapExpert(k, 6, 1_000, 64), "gaps");
    }
  }

  @Nested
  class History extends NextPredictorContract {
    @Override
    NextPredictor predictor(int k) {
      return new SinglePredictor(new HistoryExpert(1_000), "own-1");
    }
  }

  @Nested
  class Circumstances extends NextPredictorContract {
    @Override
    NextPredictor predictor(int k) {
      return new SinglePredictor(new CircumstanceExpert(k, 5_000, 64), "cohort-1");
    }
  }

  @Nested
  class Attention extends NextPredictorContract {
    @Override
    NextPredictor predictor(int k) {
      return new SinglePredictor(new AttentionExpert(1, 2_000), "attention");
    }
  }
}
