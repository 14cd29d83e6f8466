from selenium.webdriver.common.by import By


class WardPage:
    heading = (By.TAG_NAME, "h1")
