package wards

class BrowserSpec extends PlaySpecification {
}
