import Calibration
import Simulation
import Testing
