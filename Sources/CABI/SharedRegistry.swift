import Swiftgrad
import SwiftgradNN
import SwiftgradTraining

/// The registry of this library.
let registry = Registry(
    functions: EngineFunctions.all + NNFunctions.all + TrainingFunctions.all,
    classes: EngineClasses.all + NNClasses.all + TrainingClasses.all)
